import { noChange } from 'lit-html';
import {
  Directive,
  type DirectiveResult,
  directive,
  type ElementPart,
  type PartInfo,
  PartType,
} from 'lit-html/directive.js';

/** The text of an input, which is left alone while somebody types in it. */
class WhileIdle extends Directive {
  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('It stands on an element.');
  }

  override render(_: string): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [text]: [string]): typeof noChange {
    const input = element as HTMLInputElement;
    if (input !== document.activeElement && input.value !== text) input.value = text;
    return noChange;
  }
}

/** Keeps the text of an input at what it stands for, but for while somebody types in it. */
export const whileIdle: (text: string) => DirectiveResult<typeof WhileIdle> = directive(WhileIdle);
