import * as register from '../../src/features/delivery/register/contract.ts'
import * as imports from '../../src/features/delivery/register/import-contract.ts'
import { sendWorkbook, sheetOf } from '../support/imports.ts'
import { nextNumber } from '../support/numbers.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'
import { freshPdf } from './steps.ts'
import { entryFor, entryToCorrect } from './steps-corrections.ts'

const officer = ({ park }: Side) => `${park.name}·服务专员`
const onPilot = ({ park }: Side) => ({ params: { pilotId: park.pilotId }, scope: park.scope, seenFromBelow: true })
const enterpriseScope = ({ enterprises }: Side) => enterprises[0]?.scope ?? ''

/** A workbook with one grant that nobody has entered yet, its paper uploaded. */
async function importing(side: Side) {
  const [first] = side.enterprises
  const number = `ZL${nextNumber()}`
  await freshPdf(side.world, officer(side), number)
  const heads = ['统一社会信用代码', '类型', '号码', '日期', '相关单位', '证明材料文件名']
  const row = [first?.uscc ?? '', '发明专利', number, '2026-05-06', first?.name ?? '', number]
  // The name tells what is in it, so that an answer that repeats it is known to tell nothing new.
  const upload = { name: `成果-${number}.xlsx`, content: await sheetOf([heads, row], '企业成果登记') }
  return { ...onPilot(side), upload }
}

export const registerSamples: readonly Making[] = [
  sample(register.listRegisters, () => ({ scope: null })),
  sample(register.showRegister, (side) => ({
    params: { enterpriseId: side.enterprises[0]?.enterpriseId ?? '' },
    scope: enterpriseScope(side),
  })),
  sample(register.enterInRegister, async (side) => ({ ...(await entryFor(side)), scope: enterpriseScope(side) })),
  sample(register.correctEntry, async (side) => ({ ...(await entryToCorrect(side)), scope: enterpriseScope(side) })),
  sample(register.withdrawEntry, async (side) => ({
    params: (await entryToCorrect(side)).params,
    body: { reason: '不是本企业的证书' },
    scope: enterpriseScope(side),
  })),
  sample(imports.registerTemplate, (side) => ({ ...onPilot(side), search: { language: 'zh' as const } })),
  sample(imports.previewEntries, importing),
  sample(imports.importEntries, async (side) => {
    const { upload, ...sent } = await importing(side)
    const client = await side.world.as(officer(side))
    const asked = { params: sent.params, search: {} }
    const { body } = await sendWorkbook<imports.EntriesPreview>(client, imports.previewEntries, asked, upload)
    return { ...sent, upload, search: { digest: body.digest, acceptedWarnings: 0 } }
  }),
  sample(imports.markEntries, async (side) => ({
    ...(await importing(side)),
    search: { language: 'zh' as const },
  })),
]
