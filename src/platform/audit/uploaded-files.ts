import type { ClientBase } from 'pg'
import type { FileStore } from '../files/store.ts'

/** A file that is not what its upload was recorded as; `hash`: of the upload, by its event. */
export type WrongFile = {
  readonly fileId: string
  readonly name: string
  readonly hash: string
  /** `other row`: the table names another content than the event; else how the bytes were found. */
  readonly what: 'other row' | 'changed' | 'missing'
}

type Upload = { id: string; fileId: string; name: string; hash: string; row: string | null }

/** Holds every file against the event of its upload, in the table and in the store; an upload that has ended is in neither. What two share is read once. */
export async function* wrongFiles(owner: ClientBase, store: FileStore): AsyncGenerator<WrongFile> {
  const found = new Map<string, Awaited<ReturnType<FileStore['verify']>>>()
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await owner.query<Upload>(uploads, [after])
    for (const { fileId, name, hash, row } of rows) {
      if (row !== hash) yield { fileId, name, hash, what: 'other row' }
      const state = found.get(hash) ?? (await store.verify(hash))
      found.set(hash, state)
      if (state !== 'intact') yield { fileId, name, hash, what: state }
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

const uploads = `
  select e.id, e.subject as "fileId", e.after ->> 'name' as name, e.after ->> 'hash' as hash, f.hash as row
    from audit_events e left join files f on f.id = e.subject
   where e.kind = 'file.uploaded' and e.id > $1
     and not (f.id is null and exists (select from audit_events x where x.subject = e.subject and x.kind = 'file.expired'))
   order by e.id limit 500`
