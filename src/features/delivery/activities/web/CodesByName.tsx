import { Alert, Button } from 'antd'
import { codesByName, type Registered } from '../../../../policy/services/codes-by-name.ts'
import { useWords } from '../../../../ui/language.tsx'
import { words } from '../words.ts'

type Named = { readonly id: string; readonly uscc: string; readonly name: string }
type Props<Row> = { rows: readonly Row[]; known: readonly Registered[]; onChange: (rows: Row[]) => void }

/** Offers the codes of firms that a list of signatures names without them. */
export function CodesByName<Row extends Named>({ rows, known, onChange }: Props<Row>) {
  const t = useWords(words)
  const found = codesByName(rows, known)
  if (found.size === 0) return null
  const fill = () => onChange(rows.map((row) => ({ ...row, uscc: found.get(row.id)?.uscc ?? row.uscc })))
  return (
    <Alert
      type="info"
      showIcon
      className="notice"
      style={{ marginTop: 12 }}
      role="status"
      title={t.codesFound(found.size)}
      description={[...new Set([...found.values()].map(({ name, uscc }) => `${name} ${uscc}`))].join(t.comma)}
      action={
        <Button size="small" onClick={fill}>
          {t.fillCodes}
        </Button>
      }
    />
  )
}
