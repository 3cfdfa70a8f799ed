const CONTROLS = 'a[href], button, input, select, summary, [tabindex]';

/** Draws, and where what had the focus goes with that, gives it to the control that came after it, or else before. */
export function keepFocus(draw: () => void): void {
  const before = document.activeElement;
  const controls = [...document.querySelectorAll<HTMLElement>(CONTROLS)];
  const at = controls.indexOf(before as HTMLElement);
  draw();
  if (at < 0 || canHaveFocus(controls[at]!)) return;
  const next = [...controls.slice(at), ...controls.slice(0, at).reverse()];
  next.find((control) => canHaveFocus(control) && control.checkVisibility())?.focus();
}

function canHaveFocus(control: HTMLElement): boolean {
  return control.isConnected && !control.matches(':disabled, [hidden]');
}
