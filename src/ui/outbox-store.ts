import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Text } from '../shared/words.ts'
import type { FieldError } from './api-error.ts'

/** A file that stands on this device until it has been sent. `fileId`: what the server calls it, once it is there. */
export type WaitingFile = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly content: Blob
  /** Where it is uploaded, and under which Idempotency-Key. */
  readonly to: string
  readonly key: string
  readonly fileId: string | null
}

/** What the server answered, so that somebody may mend it. */
export type Refused = { readonly text: Text; readonly clause: string | null; readonly fields: readonly FieldError[] }

/** An act that waits for the network, with the files that go before it. It is sent as `accountId` or not at all. */
export type WaitingAct = {
  readonly id: string
  readonly accountId: string
  /** ISO instant at which it was sent off. */
  readonly at: string
  readonly title: Text
  /** What it is about, and the page on which it was written. */
  readonly about: string
  readonly page: string
  readonly method: string
  readonly address: string
  /** Files of this device stand in it by their `id`. */
  readonly body: unknown
  readonly files: readonly string[]
  readonly key: string
  /** The form it was written in, to open it again. */
  readonly form: { readonly key: string; readonly value: object }
  readonly refused: Refused | null
  /** When it was first posted; null before. The server knows the key for a week. */
  readonly postedAt: string | null
}

interface Schema extends DBSchema {
  acts: { key: string; value: WaitingAct; indexes: { accountId: string } }
  files: { key: string; value: WaitingFile }
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

/** IndexedDB through `idb`, because localStorage holds neither files nor more than a few megabytes. */
function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('yuanqitong', 1, {
    upgrade: (db) => {
      db.createObjectStore('acts', { keyPath: 'id' }).createIndex('accountId', 'accountId')
      db.createObjectStore('files', { keyPath: 'id' })
    },
  }).catch((error) => {
    opened = null
    throw error
  })
  return opened
}

/** In the order in which they were sent off. */
export async function actsOf(accountId: string): Promise<WaitingAct[]> {
  const acts = await (await database()).getAllFromIndex('acts', 'accountId', accountId)
  return acts.sort((a, b) => (a.at < b.at ? -1 : 1))
}

export async function putAct(act: WaitingAct): Promise<void> {
  await (await database()).put('acts', act)
}

export async function putFile(file: WaitingFile): Promise<void> {
  await (await database()).put('files', file)
}

/** Undefined too where it belongs to somebody else. */
export async function fileOf(id: string, accountId: string): Promise<WaitingFile | undefined> {
  const file = await (await database()).get('files', id)
  return file?.accountId === accountId ? file : undefined
}

export async function dropFile(id: string): Promise<void> {
  await (await database()).delete('files', id)
}

/** Takes an act out of the queue; `withFiles`: its files are not needed any more. */
export async function dropAct({ id, files }: WaitingAct, withFiles: boolean): Promise<void> {
  const change = (await database()).transaction(['acts', 'files'], 'readwrite')
  const gone = withFiles ? files.map((file) => change.objectStore('files').delete(file)) : []
  await Promise.all([change.objectStore('acts').delete(id), ...gone, change.done])
}
