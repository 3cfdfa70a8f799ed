import { noChange } from 'lit-html';
import { Directive, type DirectiveResult, directive, type ElementPart } from 'lit-html/directive.js';

/** A colour behind an element. A policy that runs no inline style lets scripts set one. */
class Patch extends Directive {
  override render(_: string): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [color]: [string]): typeof noChange {
    (element as HTMLElement).style.backgroundColor = color;
    return noChange;
  }
}

/** Fills an element with a colour. */
export const patch: (color: string) => DirectiveResult<typeof Patch> = directive(Patch);
