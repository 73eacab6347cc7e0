import { download, query } from '../../../platform/command.ts'
import { xlsxMediaType } from '../../../platform/workbook/values.ts'
import { refusalText } from '../../../policy/guide/refuse.ts'
import { isPost, whyNotPermitted } from '../../../policy/people/roles.ts'
import { dayOf, minuteOf } from '../../../shared/dates.ts'
import { speak } from '../../../shared/words.ts'
import * as contract from './contract.ts'
import { provincialPlatform } from './provincial-platform.ts'
import { batchesInScope, disbursementsOf } from './views.ts'
import { words } from './words.ts'

export const disbursementRoutes = [
  query(contract.listDisbursements, async ({ search }, { tx, actor }) => {
    const no = isPost(actor.post) ? whyNotPermitted(actor.post, 'tranche.file') : null
    const { name, how } = provincialPlatform
    const { sort, page, pageSize, ...filters } = search
    return {
      ...(await disbursementsOf(tx, filters, { sort, limit: pageSize, offset: (page - 1) * pageSize })),
      batches: await batchesInScope(tx),
      platform: { name, how, clause: 'G4.3' },
      file: { action: 'file', allowed: !no, because: no && refusalText(no), clause: no && 'G4.3' },
    }
  }),
  download(contract.exportDisbursements, async ({ search }, { tx, actor, now }) => {
    const { language, ...filters } = search
    const t = speak(words, language)
    const lines: (readonly [string, string])[] = [
      [t.exportedAt, minuteOf(now)],
      [t.exportedBy, actor.name],
      [t.platform, provincialPlatform.name[language]],
      [t.handling, provincialPlatform.how[language]],
    ]
    const { disbursements: rows } = await disbursementsOf(tx, filters)
    return {
      fileName: `${t.file}-${actor.unitName}-${dayOf(now)}.xlsx`,
      mediaType: xlsxMediaType,
      content: provincialPlatform.write(rows, language, lines),
    }
  }),
]
