import { makePdf } from '../../database/demo/photos.ts'
import type { Person } from './browser.ts'
import type { Paper } from './hands.ts'

// What several journeys of evaluations and measures do at the screen.

/** A paper with that title, of whoever it names. */
export function scan(title: string, of: string): Paper {
  return { name: `${title}.pdf`, content: makePdf({ title, lines: [of, title] }) }
}

/** Opens an item and its form; what is told of it stays with whoever looks. */
export async function openItem(person: Person, item: string, act: string): Promise<void> {
  await person.press(item)
  await person.dialog.press(act)
}

/** The park objects to an item. */
export async function objectTo(manager: Person, item: string, reason: string): Promise<void> {
  await manager.press('提出异议')
  await manager.dialog.choose('项目', item)
  await manager.dialog.fill('理由', reason)
  await manager.submit('提交')
  await manager.sees(reason)
}

type Asked = { readonly yuan: string; readonly dueOn: string; readonly reason: string; readonly paper: Paper }

/** Fills in the decision of a recovery because targets were missed, and leaves its dialog open. */
export async function fillRecovery(
  economy: Person,
  { yuan, dueOn, reason, paper }: Asked,
  button = '作出处理',
): Promise<void> {
  await economy.press(button)
  await economy.dialog.choose('措施', '收回')
  await economy.dialog.choose('事由', '未完成绩效目标')
  await economy.dialog.fill('金额（元）', yuan)
  await economy.dialog.day('缴款期限', dueOn)
  await economy.dialog.fill('理由', reason)
  await economy.dialog.attach('处理依据文件', paper)
}

type Paid = {
  readonly on: string
  readonly yuan: string
  readonly own?: string
  readonly no: string
  readonly paper: Paper
}

/** Fills in a receipt of a recovery, and leaves its dialog open. */
export async function fillReceipt(finance: Person, { on, yuan, own, no, paper }: Paid): Promise<void> {
  await finance.press('登记缴回')
  await finance.dialog.day('缴回日期', on)
  await finance.dialog.fill('缴回金额（元）', yuan)
  if (own !== undefined) await finance.dialog.fill('其中自有资金（元）', own)
  await finance.dialog.fill('缴款凭证号', no)
  await finance.dialog.attach('国库缴款凭证', paper)
}

type Again = { readonly on: string; readonly yuan: string; readonly documentNo: string }

/** Fills in by which notice a recovered sum was given out again, and leaves its dialog open. */
export async function fillReissue(province: Person, { on, yuan, documentNo }: Again): Promise<void> {
  await province.press('登记再安排')
  await province.dialog.fill('金额（元）', yuan)
  await province.dialog.day('再安排日期', on)
  await province.dialog.fill('再安排通知的文号', documentNo)
  await province.dialog.fill('理由', '收回资金并入当年专项资金再安排')
}
