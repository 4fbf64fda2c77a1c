// The browser's own database of this site: pages read before, and edits that wait for the server.
// Where a browser keeps nothing, everything works as long as there is a connection.

type Shelf = 'pages' | 'edits';
const name = 'kontor';
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('pages');
      request.result.createObjectStore('edits');
    };
    request.onsuccess = () => {
      // Another page of this browser erases everything: it must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error(name));
  });
  return opened;
}

async function ask<T>(
  shelf: Shelf,
  mode: IDBTransactionMode,
  what: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(shelf, mode);
    const request = what(transaction.objectStore(shelf));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error(name));
  });
}

export const put = (shelf: Shelf, key: string, value: unknown): Promise<unknown> =>
  ask(shelf, 'readwrite', (store) => store.put(value, key));
export const take_away = (shelf: Shelf, key: string): Promise<unknown> =>
  ask(shelf, 'readwrite', (store) => store.delete(key));
export const found = <T>(shelf: Shelf, key: string): Promise<T | undefined> =>
  ask<T | undefined>(shelf, 'readonly', (store) => store.get(key) as IDBRequest<T | undefined>);
export const all = <T>(shelf: Shelf): Promise<T[]> =>
  ask<T[]>(shelf, 'readonly', (store) => store.getAll() as IDBRequest<T[]>);

export const clear = (shelf: Shelf): Promise<unknown> =>
  ask(shelf, 'readwrite', (store) => store.clear());

/** Erases all of it. */
export async function erase(): Promise<void> {
  (await opened)?.close();
  opened = undefined;
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(name));
  });
}
