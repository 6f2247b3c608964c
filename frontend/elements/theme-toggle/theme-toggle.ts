import { applyTheme, isDark, rememberTheme } from "./theme";

/** The ◐ button in the top bar. */
class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    if (this.firstElementChild !== null) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "icon-button";
    button.textContent = "◐";
    button.setAttribute("aria-label", "Switch between light and dark");
    button.addEventListener("click", () => {
      const theme = isDark() ? "light" : "dark";
      applyTheme(theme);
      rememberTheme(theme);
    });
    this.append(button);
  }
}

customElements.define("theme-toggle", ThemeToggle);
