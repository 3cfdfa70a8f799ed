import { type Asked, isUnlettered } from '@neurofab/job';
import { render } from 'lit-html';
import { followLink } from '../link/follow-link.ts';
import { registerOffline } from '../offline/register-offline.ts';
import { type History, historyOf } from '../state/history.ts';
import { named, namesIn, unnamed } from '../state/names.ts';
import type { PageState } from '../state/page-state.ts';
import { refusalIn, stand } from '../state/stand.ts';
import { keepFocus } from '../view/keep-focus.ts';
import { closeMenus } from '../view/menus.ts';
import { pageView } from '../view/page.ts';
import { connect } from '../worker/connection.ts';
import { actionsOf } from './actions-of.ts';
import { keeping } from './keeping.ts';
import { lettering } from './lettering.ts';
import { looking } from './looking.ts';
import { openFiles } from './opening.ts';
import type { Stage } from './stage.ts';
import { ask, type Studio } from './studio.ts';

/** How the page begins. */
export interface Begun {
  readonly asked: Asked;
  readonly standing: PageState['standing'];
  readonly message?: PageState['message'];
}

/** Runs the page: what a person does changes the state, and all that is seen follows from that. */
export function runStudio(root: HTMLElement, stage: Stage, { asked, standing, message }: Begun): void {
  let state: PageState = {
    history: historyOf(asked),
    names: namesIn(''),
    onPlates: false,
    shown: asked,
    standing,
    message,
    lettering: { lines: {} },
    faults: [],
    findings: [],
    change: '',
    graphics: stage.graphics(),
    isAssembled: false,
    isExact: false,
    models: [],
  };
  let isDrawing = false;
  const set = (change: Partial<PageState>) => {
    state = { ...state, ...change };
    // A field that is taken away while somebody types in it tells of its last change meanwhile.
    if (isDrawing) return;
    isDrawing = true;
    keepFocus(() => {
      for (let drawn: PageState | undefined; drawn !== state; ) {
        drawn = state;
        render(pageView(state, actions, stage), root);
      }
    });
    isDrawing = false;
  };
  const show = (history: History<Asked>) => {
    const { shown: name } = state.names;
    const stood = stand(named(history.now, name), state.lettering);
    const asked = name === undefined ? stood.asked : unnamed(stood.asked, history.now);
    // What was said of another network says nothing of this one.
    const gone = { message: undefined, saved: undefined, isExact: false } as const;
    const now = { ...gone, history: { ...history, now: asked }, shown: stood.asked };
    if ('faults' in stood) {
      set({ ...now, faults: stood.faults });
      return;
    }
    if (hasUnknown(stood.asked)) {
      // The last one stands for the moment until it is known how the text looks.
      set({ ...now, faults: [] });
      void letter();
      return;
    }
    const { standing } = stood;
    set({ ...now, standing, faults: [], inspected: undefined });
    stage.show(standing, { isAssembled: state.isAssembled, isDragging: history.drag !== undefined });
    look();
    keep(asked, { hasLink: refusalIn(standing) === undefined });
  };
  const hasUnknown = (asked: Asked) => isUnlettered({ ...asked, lettering: state.lettering });
  const studio: Studio = {
    state: () => state,
    set,
    show,
    stage,
    planner: connect(startWorker),
    maker: connect(startWorker),
  };
  const look = looking(studio);
  const keep = keeping();
  const letter = lettering(studio);
  const actions = actionsOf(studio);

  stage.onGraphics((graphics) => {
    set({ graphics });
    look();
  });
  registerOffline((reload) => set({ reload }));
  addEventListener('hashchange', async () => {
    const followed = await followLink(location.hash);
    if (followed === undefined) return;
    if ('fault' in followed) set({ message: { kind: 'fault', text: followed.fault } });
    else ask(studio, followed.asked);
  });
  closeMenus();
  takeDrops((files) => void openFiles(studio, files));
  addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    const isStep = (event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y');
    if (!isStep || isTyping(event.target)) return;
    event.preventDefault();
    if (event.shiftKey || key === 'y') actions.redo();
    else actions.undo();
  });
  set({});
  if (hasUnknown(asked)) void letter();
  else look();
  // Where the address said what nobody can read, it says now what is shown.
  if (message !== undefined) keep(asked, { hasLink: true });
}

function startWorker(): Worker {
  return new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' });
}

/** Files may be dropped anywhere. */
function takeDrops(take: (files: readonly File[]) => void): void {
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}

/** In a field that is typed in, going back is the field's own. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input[type=text], textarea');
}
