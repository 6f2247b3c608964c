import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Voice } from "./voice";

/** Node cannot speak, and a browser under test has no voices: sentences that end when the test says so. */
class Sentence extends EventTarget {
  readonly text: string;
  rate = 1;
  lang = "";

  constructor(text: string) {
    super();
    this.text = text;
  }
}

let spoken: Sentence[] = [];
const speechSynthesis = { speak: (sentence: Sentence) => spoken.push(sentence), cancel: () => undefined };
const end = (sentence: Sentence | undefined) => sentence?.dispatchEvent(new Event("end"));

beforeEach(() => {
  spoken = [];
  const page = { window: { speechSynthesis }, speechSynthesis, SpeechSynthesisUtterance: Sentence, document: { documentElement: { lang: "" } } };
  Object.assign(globalThis, page);
});

test("a voice that is off says nothing, and nothing waits for it", () => {
  const voice = new Voice();
  voice.speak("Go on.", 3, 1);
  assert.deepEqual([spoken.length, voice.isSpeaking], [0, false]);
});

test("it speaks until the sentence has ended, and the end of an earlier one does not count", () => {
  const voice = new Voice();
  voice.isOn = true;
  voice.speak("One.", 3, 1);
  voice.speak("Two.", 3, 1.5);
  end(spoken[0]);
  assert.deepEqual([voice.isSpeaking, spoken[1]?.text, spoken[1]?.rate], [true, "Two.", 1.5]);
  end(spoken[1]);
  assert.equal(voice.isSpeaking, false);
});

test("a browser that never says that it has ended is not waited for beyond a limit", () => {
  const voice = new Voice();
  voice.isOn = true;
  voice.speak("Never over.", -3, 1); // as if its time had passed long ago
  assert.equal(voice.isSpeaking, false);
});

test("a hushed voice speaks no more", () => {
  const voice = new Voice();
  voice.isOn = true;
  voice.speak("A long sentence.", 3, 1);
  voice.hush();
  assert.equal(voice.isSpeaking, false);
});
