import { download, query } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { mediaTypes } from '../../../platform/files/preview.ts'
import { dayOf } from '../../../shared/dates.ts'
import { answerDelivery } from './answer-delivery.ts'
import { answerLink } from './answer-link.ts'
import * as contract from './confirmation-contract.ts'
import { linkedService, photoOf } from './confirmation-views.ts'
import { inviteConfirmation } from './invite-confirmation.ts'
import { openLink } from './opened-link.ts'
import { printSlip } from './print-slip.ts'

export const confirmationRoutes = [
  inviteConfirmation,
  printSlip,
  answerDelivery,
  answerLink,
  query(contract.showLink, async ({ params }, asking) => {
    const link = await openLink(asking, params.token)
    if (!link) return { state: 'unknown' as const, service: null }
    if (link.state !== 'open') return { state: link.state, service: null }
    const service = await linkedService(asking.tx, link.serviceId, dayOf(asking.now))
    if (!service) return { state: 'withdrawn' as const, service: null }
    const { state, asksCode, expiresAt } = link
    return { state, service: { ...service, asksCode, expiresAt: expiresAt.toISOString() } }
  }),
  download(contract.linkPhoto, async ({ params }, asking) => {
    const link = await openLink(asking, params.token)
    const photo = link?.state === 'open' ? await photoOf(asking.tx, link.serviceId, params.evidenceId) : null
    if (!photo) throw notFound({ zh: '照片', en: 'photo' })
    const content = () => asking.previews.of(photo.hash)
    return { fileName: `${photo.name}.webp`, mediaType: mediaTypes.preview, content, inline: true }
  }),
]
