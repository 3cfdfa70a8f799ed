const CONTROLS = 'a[href], button, input, select, summary, [tabindex]';

/** Draws, and where the button that was pressed goes with that, gives its focus to the control that came after it, or else before. */
export function keepFocus(draw: () => void): void {
  const before = document.activeElement;
  if (!(before instanceof HTMLButtonElement)) {
    draw();
    return;
  }
  const controls = [...document.querySelectorAll<HTMLElement>(CONTROLS)];
  const at = controls.indexOf(before);
  draw();
  if (canHaveFocus(controls[at]!)) return;
  const next = [...controls.slice(at), ...controls.slice(0, at).reverse()];
  next.find((control) => canHaveFocus(control) && control.checkVisibility())?.focus();
}

function canHaveFocus(control: HTMLElement): boolean {
  return control.isConnected && !control.matches(':disabled, [hidden]');
}
