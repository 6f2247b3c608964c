"""All solutions in a box, proved; numbers recognised; critical points."""
