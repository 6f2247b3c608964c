// While a course is being written: loads the page again when a file of the course was saved.
const PAUSE = 300; // ms between two looks
const place = "/preview/stamp/";

async function lookAgain(known: string): Promise<void> {
  let now = known;
  try {
    const reply = await fetch(place, { cache: "no-store" });
    if (reply.ok) now = await reply.text();
  } catch {
    // The server is away; it may be starting again.
  }
  if (known !== "" && now !== known) location.reload();
  else setTimeout(() => void lookAgain(now), PAUSE);
}

void lookAgain("");
