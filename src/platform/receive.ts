import { ask, signedIn } from './ask.ts'
import type { Endpoint, Upload } from './command.ts'
import type { ReceivedFile } from './files/incoming.ts'
import { inspectFile } from './files/inspect.ts'
import { read } from './fit.ts'
import type { RawRequest } from './raw-request.ts'
import { claimRoom } from './room.ts'
import type { Services } from './services.ts'
import { transaction } from './transaction.ts'
import { refusePersonal } from './workbook/refuse-personal.ts'

/**
 * The file is on disk and looked into before the transaction opens, so that a slow phone holds no row, and there until `work` is done.
 * Only what the route keeps goes into the store, once there is known to be room for it.
 */
export async function receive<T>(
  endpoint: Endpoint,
  asked: RawRequest,
  services: Services,
  now: Date,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  const { upload } = asked
  const { maxBytes, kept: isKept = false } = endpoint.route.upload ?? {}
  if (!upload || !maxBytes) throw new Error(`${endpoint.route.path} takes no file`)
  const visitor = await transaction(services, true, async (tx) => {
    const asking = await ask(tx, endpoint, asked, services, now)
    read(endpoint, asked)
    return asking.visitor
  })
  // A request torn down in the middle would leave its connection open for ever; what is too much is let go by.
  const stream = upload.stream.iterator({ destroyOnReturn: false })
  const { fileName } = upload
  const check = async (path: string) => {
    const found = await inspectFile(path, fileName)
    if (endpoint.kind !== 'reading') await refusePersonal(path, fileName, found)
    return found
  }
  // One short statement: it waits for no turn among the acts.
  const claim = ({ hash, size }: ReceivedFile) =>
    services.database.transaction().execute((tx) => {
      const { unitId } = signedIn(visitor)
      return claimRoom(tx, { hash, size, unitId, room: services.roomOfUnit, at: now.toISOString() })
    })
  return services.files.look(stream, { maxBytes, check }, async (file) => {
    if (!isKept) return work({ ...file, fileName })
    await claim(file)
    const kept = await services.files.keep(file)
    if (kept.found.image) await services.previews.keep(kept.hash, kept.found.image.pictures)
    return work({ ...kept, fileName })
  })
}
