import { advanced, redone, settled, undone } from '../state/history.ts';
import { namesIn, unnamed } from '../state/names.ts';
import type { Actions } from '../view/actions.ts';
import { drawStill } from './draw-still.ts';
import { choose, openFiles, reduce } from './opening.ts';
import { copyLink, download, downloadSpec, share } from './saving.ts';
import { ask, type Studio, work } from './studio.ts';

/** What a person can do, on a page at work. */
export function actionsOf(studio: Studio): Actions {
  const { state, set, show, stage, maker } = studio;
  const redraw = () => stage.show(state().standing, { isAssembled: state().isAssembled });
  return {
    edit: (edit, drag) => show(advanced(state().history, edit(state().history.now), drag)),
    settle: () => {
      set({ history: settled(state().history) });
      redraw();
    },
    undo: () => show(undone(state().history)),
    redo: () => show(redone(state().history)),
    ask: (asked) => {
      const { names, history } = state();
      ask(studio, names.shown === undefined ? asked : unnamed(asked, history.now));
    },
    list: (text) => {
      set({ names: namesIn(text) });
      show(state().history);
    },
    showName: (shown) => {
      set({ names: { ...state().names, shown } });
      show(state().history);
    },
    fillPlates: (onPlates) => set({ onPlates }),
    choose: (entry) => void choose(studio, entry),
    open: (files) => void openFiles(studio, files),
    reduce: (reduction, drag) => void reduce(studio, reduction, drag),
    download: (format) => void download(studio, format),
    downloadSpec: () => void downloadSpec(studio),
    cancel: () => {
      maker.stop();
      set({ change: 'Cancelled.' });
    },
    share: () => void share(studio),
    copyLink: () => void copyLink(studio),
    fit: stage.fit,
    look: stage.look,
    assemble: (isAssembled) => {
      set({ isAssembled });
      redraw();
      stage.fit();
    },
    showExact: async () => {
      if (state().isExact) {
        set({ isExact: false });
        redraw();
        return;
      }
      const asked = state().shown;
      const exact = await work(studio, 'Joining', (onProgress) => maker.call('exact', asked, { onProgress }));
      if (exact === undefined || asked !== state().shown) return;
      set({ isExact: true, change: 'Now the very bodies of the file are shown.' });
      stage.showBodies(exact);
    },
    closeInspection: () => {
      set({ inspected: undefined });
      redraw();
      stage.fit();
      void drawStill(studio);
    },
    dismiss: () => set({ message: undefined }),
  };
}
