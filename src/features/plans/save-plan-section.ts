import { command } from '../../platform/command.ts'
import { parsePart } from '../../platform/invalid.ts'
import { keepFile } from '../evidence/public.ts'
import * as contract from './contract.ts'
import { keepSection } from './keep-section.ts'

export const savePlanSection = command(contract.savePlanSection, async ({ params, body }, acting) => {
  const content = parsePart(contract.sectionShapes[params.section], body.content, 'content')
  const revision = await keepSection(acting, {
    ...params,
    revision: body.revision,
    event: 'plan.section-saved',
    make: async ({ row }) => {
      if ('fileId' in content && content.fileId) await keepFile(acting.tx, content.fileId, row.scope, 'content.fileId')
      return content
    },
  })
  return { revision, savedAt: acting.now.toISOString() }
})
