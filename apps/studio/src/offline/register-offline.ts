/**
 * Keeps the page on this machine, so that it opens without a network; does nothing where that cannot be. All files are fetched
 * once more for it: call it when the page has drawn its first picture. Tells of a new version once that lies ready: it is
 * not used before `reload` is called, or all windows are closed. Other windows stay as they are, and reload when they are asked.
 */
export async function registerOffline(onNewVersion: (reload: () => void) => void): Promise<void> {
  const registration = await register();
  if (registration === undefined) return;
  const tell = () => onNewVersion(() => reload(registration));
  if (registration.waiting !== null) tell();
  const watch = (worker: ServiceWorker | null) => {
    worker?.addEventListener('statechange', () => {
      // Without an active one, this is the first version.
      if (worker.state === 'installed' && registration.active !== null) tell();
    });
  };
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}

/** Storage may be forbidden, and what is no https has no service workers. */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await navigator.serviceWorker.register('service-worker.js');
  } catch {
    return undefined;
  }
}

function reload({ waiting }: ServiceWorkerRegistration): void {
  // Another window has had it take over already.
  if (waiting === null) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take over');
}
