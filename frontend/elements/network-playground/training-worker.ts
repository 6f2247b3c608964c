// The script of the web worker: trains beside the page, so that the page never waits for it.
import { inputsOf } from "./closed-curve";
import type { Order } from "./orders";
import { Trainer } from "./trainer";

const SLICE = 4; // ms of training between two looks at the post
const CREDIT = 12; // ms of training that a look allows: the rest of a frame is for those who draw it
const CHECK = 8; // steps between two looks at the clock
const GROWTH = 0.04; // of the steps so far, at most, from look to look: the first thousand is worth seeing
const FEWEST = 3;

const page = self as unknown as { onmessage: (event: MessageEvent<Order>) => void; postMessage(message: unknown): void };
let targets: Float64Array = new Float64Array(0);
let tuning = { aggression: 1, noise: 0 };
let stepsPerLook = 0;
let trainer: Trainer | undefined;
let until = 0;
let ceiling = 0;

page.onmessage = ({ data: order }) => {
  switch (order.do) {
    case "start":
      trainer = new Trainer(order.sizes, order.seed, { count: targets.length / 2, inputs: inputsOf(targets.length / 2), targets });
      trainer.tune(tuning);
      ceiling = 0;
      break;
    case "aim":
      targets = order.targets;
      trainer?.aim(targets);
      break;
    case "tune":
      tuning = order;
      trainer?.tune(tuning);
      break;
    case "pace":
      stepsPerLook = order.steps;
      break;
    case "step":
      trainer?.run(1);
      break;
    case "look":
      show();
  }
};

function show(): void {
  if (trainer === undefined) return;
  if (stepsPerLook !== Infinity) trainer.run(stepsPerLook);
  page.postMessage(trainer.look());
  until = performance.now() + CREDIT;
  ceiling = Math.ceil(trainer.step * (1 + GROWTH)) + FEWEST;
  goOn();
}

// A timer would wait 4 ms each time; a message to itself comes as soon as the page's own messages are read.
const { port1: here, port2: there } = new MessageChannel();
let isUnderWay = false;
here.onmessage = () => {
  isUnderWay = false;
  const end = Math.min(performance.now() + SLICE, until);
  while (stepsLeft() > 0 && performance.now() < end) trainer?.run(Math.min(CHECK, stepsLeft()));
  goOn();
};

function stepsLeft(): number {
  return trainer === undefined || stepsPerLook !== Infinity ? 0 : ceiling - trainer.step;
}

function goOn(): void {
  if (isUnderWay || stepsLeft() <= 0 || performance.now() >= until) return;
  isUnderWay = true;
  there.postMessage(null);
}
