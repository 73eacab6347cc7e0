import { cleanCode } from '../../../../shared/clean.ts'
import { judgeUscc } from '../../../../shared/uscc.ts'
import { useWords } from '../../../../ui/language.tsx'
import { words } from '../words.ts'
import { FileField } from './FileField.tsx'

type Licence = { readonly fileId: string; readonly name: string }
type Named = { readonly uscc: string; readonly name: string; readonly licence?: Licence | undefined }

type LicenceFieldsProps<Row> = {
  rows: readonly Row[]
  /** The field's name of a row: `enterprises.rows.3.licence`. */
  nameOf: (index: number) => string
  onChange: (rows: Row[]) => void
  errors?: Readonly<Record<string, string>>
  disabled?: boolean
}

/** Whether a credit code, as it is typed, stands only with its licence. */
export function needsLicence(uscc: string): boolean {
  return judgeUscc(cleanCode(uscc)).startsWith('unproven')
}

/** For each credit code that only one of its checks finds right: the licence, by which a person confirms it. */
export function LicenceFields<Row extends Named>({
  rows,
  nameOf,
  onChange,
  errors = {},
  disabled,
}: LicenceFieldsProps<Row>) {
  const t = useWords(words)
  const fields = rows.map((row, index) => {
    const code = cleanCode(row.uscc)
    if (!row.licence && !needsLicence(code)) return null
    const field = nameOf(index)
    const put = (licence: Licence | undefined) =>
      onChange(rows.map((one, at) => (at === index ? { ...one, licence } : one)))
    return (
      <FileField
        key={field}
        label={t.licence(row.name || code)}
        name={field}
        hint={t.licenceHint(code)}
        kinds={['pdf', 'photo']}
        camera
        required
        disabled={disabled ?? false}
        value={row.licence ? [row.licence] : []}
        onChange={([file]) => put(file && { fileId: file.fileId, name: file.name })}
        {...(errors[field] ? { error: errors[field] } : {})}
      />
    )
  })
  return fields.some((field) => field !== null) ? <div style={{ marginTop: 16 }}>{fields}</div> : null
}
