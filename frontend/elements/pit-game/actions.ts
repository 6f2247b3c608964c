import type { Look, Show } from "./look";
import { countText } from "./words";

interface Deeds {
  giveUp(): Promise<void>;
  newPit(name: string): Promise<void>;
}

type Question = "dig" | "new";

/** Digging and starting anew. Both end the game that is open, so both ask first. */
export function bindActions(host: HTMLElement, deeds: Deeds): Show {
  const part = host.querySelector<HTMLElement>(".pit-actions")!;
  const button = (name: string) => part.querySelector<HTMLButtonElement>(`[data-do=${name}]`)!;
  const [dig, fresh, yes, no] = ["dig", "new", "yes", "no"].map(button) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement, HTMLButtonElement];
  const [plain, asking] = [part.querySelector<HTMLElement>(".pit-plain")!, part.querySelector<HTMLElement>(".pit-asking")!];
  const named = host.querySelector<HTMLElement>(".pit-name")!;
  const name = named.querySelector("input")!;
  const field = host.querySelector<HTMLElement>(".pit-field")!;
  // On a phone the buttons are far below what they change.
  const lookAtField = () => field.scrollIntoView({ block: "nearest" });
  const newPit = (wanted: string) => deeds.newPit(wanted).then(lookAtField);
  let question: Question | undefined;
  let now: Look;

  const ask = (next: Question | undefined) => {
    const before = question;
    question = next;
    show(now);
    if (next !== undefined) yes.focus();
    else (before === "new" ? fresh : dig).focus();
  };
  dig.addEventListener("click", () => ask("dig"));
  no.addEventListener("click", () => ask(undefined));
  asking.addEventListener("keydown", (event) => event.key === "Escape" && ask(undefined));
  fresh.addEventListener("click", () => (isUnderWay(now) ? ask("new") : void newPit("")));
  const goTo = () => name.value.trim() !== "" && void newPit(name.value.trim());
  named.querySelector("button")!.addEventListener("click", goTo);
  name.addEventListener("keydown", (event) => event.key === "Enter" && goTo());
  yes.addEventListener("click", () => {
    const asked = question;
    question = undefined;
    show(now);
    void deeds
      .giveUp()
      .then(() => (asked === "new" ? newPit("") : lookAtField()))
      .then(() => (isUnderWay(now) ? dig : fresh.hidden ? field : fresh).focus({ preventScroll: true }));
  });

  const show = (look: Look) => {
    now = look;
    if (!isUnderWay(look)) question = undefined;
    plain.hidden = question !== undefined;
    asking.hidden = question === undefined;
    dig.hidden = look.game?.is_over ?? false;
    dig.disabled = !isUnderWay(look);
    fresh.hidden = look.mode.is_daily;
    fresh.classList.toggle("primary", look.game?.is_over ?? false);
    yes.textContent = question === "new" ? "Yes, a new pit" : "Yes, dig here";
    asking.querySelector("p")!.textContent = questionWords(look, question);
    named.hidden = !look.mode.takes_name;
    named.querySelector("summary")!.textContent = look.game?.name ? `The pit “${look.game.name}”` : "Choose a pit by name";
    host.querySelector<HTMLElement>(".pit-strategy")?.toggleAttribute("hidden", !look.mode.own_steps);
  };
  return show;
}

function isUnderWay({ game }: Look): boolean {
  return game !== undefined && !game.is_over && game.probes.length > 0;
}

function questionWords({ game }: Look, question: Question | undefined): string {
  const left = countText(game?.left ?? 0, "stick");
  if (question === "new") return `This game would end here with ${left} left. It stays among your games. Go on to a new pit?`;
  return `The game ends here with ${left} left, and the pit is uncovered. Dig?`;
}
