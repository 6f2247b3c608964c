type Channels = readonly [number, number, number];

/** The theme's colours as a canvas takes them. */
export interface Palette {
  readonly sand: Channels;
  /** The ground from 0, the highest, to 1, the lowest; brighter or darker than that by some light. */
  ground(darkness: number, light?: number): string;
  /** A token, more or less see-through. */
  of(token: "ink" | "slope" | "pit-sand", opacity?: number): string;
}

/** Reads the tokens as they are on this element; pit-game.css declares them as colours, so they arrive as numbers. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (token: string) => channels(style.getPropertyValue(`--${token}`));
  const stops = ["pit-high", "pit-mid", "pit-low"].map(read);
  const tokens = { ink: read("ink"), slope: read("slope"), "pit-sand": read("pit-sand") };
  return {
    sand: tokens["pit-sand"],
    ground: (darkness, light = 0) => {
      const at = Math.min(0.9999, Math.max(0, darkness)) * (stops.length - 1);
      const stop = Math.floor(at);
      const plain = mix(stops[stop]!, stops[stop + 1]!, at - stop);
      const shine = Math.min(0.2, Math.max(-0.3, light));
      return text(shine === 0 ? plain : mix(plain, shine > 0 ? [255, 255, 255] : [0, 0, 0], Math.abs(shine)));
    },
    of: (token, opacity = 1) => text(tokens[token], opacity),
  };
}

function channels(colour: string): Channels {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

function mix(one: Channels, other: Channels, part: number): Channels {
  return [0, 1, 2].map((index) => one[index]! + (other[index]! - one[index]!) * part) as unknown as Channels;
}

function text(colour: Channels, opacity = 1): string {
  return `rgb(${colour.map(Math.round).join(" ")} / ${opacity})`;
}
