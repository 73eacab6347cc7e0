import { sameName } from '../../../../shared/clean.ts'
import type { Day } from '../../../../shared/dates.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { call } from '../../../../ui/api.ts'
import type { UploadedFile } from '../../../programme/files/web/public.ts'
import { type EInvoiceView, readInvoiceFile } from '../einvoice-contract.ts'

/** What the first of the files says as an e-invoice; `silent` for one that says nothing, as a scan; null where it cannot be asked now. */
export async function einvoiceIn(
  files: readonly Pick<UploadedFile, 'fileId' | 'name'>[],
): Promise<EInvoiceView | 'silent' | null> {
  const [file] = files
  if (!file) return null
  if (!/\.(xml|ofd|pdf)$/i.test(file.name)) return 'silent'
  try {
    return (await call(readInvoiceFile, { params: { fileId: file.fileId } })).invoice ?? 'silent'
  } catch {
    // The form can be filled by hand; whatever is wrong with the file is said when it is recorded.
    return null
  }
}

/** The fields that a file can fill. */
export type Fillable = {
  readonly code: string
  readonly number: string
  readonly digitalNumber: string
  readonly sellerName: string
  readonly sellerUscc: string
  readonly buyerUscc: string
  readonly buyerName: string
  readonly issuedOn: Day | null
  readonly sumFen: number | null
}

export type FilledField = 'number' | 'issuedOn' | 'sum' | 'sellerName' | 'sellerUscc' | 'buyer'
export type FromFile = {
  readonly change: Partial<Fillable>
  readonly filled: readonly FilledField[]
  /** What was typed already and is not what the file says; left as it was. */
  readonly differs: readonly { readonly field: FilledField; readonly said: string; readonly entered: string }[]
}

/** What a former file filled goes with it; what a person has changed since stays. */
export function withoutFilled(form: Fillable, fresh: Fillable, filled: Partial<Fillable>): Partial<Fillable> {
  const untouched = (Object.keys(filled) as (keyof Fillable)[]).filter((field) => form[field] === filled[field])
  return Object.fromEntries(untouched.map((field) => [field, fresh[field]]))
}

/** Fills what nobody has typed (`fresh`: the form as it was opened), and names what differs. */
export function fromFile(form: Fillable, fresh: Fillable, says: EInvoiceView, buyers: readonly string[]): FromFile {
  let change: Partial<Fillable> = {}
  const filled: FilledField[] = []
  const differs: { field: FilledField; said: string; entered: string }[] = []
  const take = (
    field: FilledField,
    said: string,
    entered: string,
    isFree: boolean,
    values: Partial<Fillable>,
    shown?: string,
  ) => {
    if (said === '' || sameName(said, entered)) return
    if (!isFree) return void differs.push({ field, said: shown ?? said, entered })
    change = { ...change, ...values }
    filled.push(field)
  }
  const { number, code } = says
  const typedNumber = form.code + form.number
  const isDigital = code === '' && form.digitalNumber === number
  if (number !== '' && !isDigital)
    take('number', code + number, typedNumber, typedNumber === '', { number, code, digitalNumber: '' })
  take('issuedOn', says.issuedOn ?? '', form.issuedOn ?? '', form.issuedOn === null, { issuedOn: says.issuedOn })
  const { sumFen } = says
  const isFreshSum = form.sumFen === null || form.sumFen === fresh.sumFen
  if (sumFen !== null && sumFen !== form.sumFen)
    take('sum', formatYuan(sumFen), formatYuan(form.sumFen ?? 0), isFreshSum, { sumFen })
  take('sellerName', says.sellerName, form.sellerName, form.sellerName === '', { sellerName: says.sellerName })
  take('sellerUscc', says.sellerUscc, form.sellerUscc, form.sellerUscc === '', { sellerUscc: says.sellerUscc })
  const { buyerUscc, buyerName } = says
  const isFreshBuyer = form.buyerUscc === fresh.buyerUscc && buyers.includes(buyerUscc)
  take('buyer', buyerUscc, form.buyerUscc, isFreshBuyer, { buyerUscc }, `${buyerName}（${buyerUscc}）`)
  if (buyerUscc !== '' && buyerName !== '' && (isFreshBuyer || buyerUscc === form.buyerUscc))
    change = { ...change, buyerName }
  return { change, filled, differs }
}
