import {
  type FieldType,
  type FormField,
  type FormRow,
  type FormSection,
  figureRange,
  usualMost,
} from '../../../../policy/filings/forms.ts'
import { formatYuan, sumFen } from '../../../../shared/money.ts'
import { FieldGrid } from '../../../../ui/FieldGrid.tsx'
import type { GridKind } from '../../../../ui/grid-cell.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { newKey } from '../../../../ui/reach.ts'
import type { GridColumn } from '../../../../ui/use-field-grid.ts'
import type { FilingView } from '../../course/contract.ts'
import { words } from '../words.ts'

type Props = {
  section: FormSection
  rows: readonly FormRow[]
  parks: FilingView['parks']
  errors: Readonly<Record<string, string>>
  onChange: (rows: FormRow[]) => void
}

const kinds: Readonly<Record<FieldType, GridKind>> = {
  text: 'text',
  'long-text': 'text',
  number: 'number',
  money: 'money',
  day: 'day',
  choice: 'select',
  park: 'select',
}
const widths: Readonly<Record<FieldType, number>> = {
  text: 120,
  'long-text': 220,
  number: 64,
  money: 130,
  day: 108,
  choice: 88,
  park: 180,
}

/** A text column as wide as what is usually written in it. */
function widthOf({ most = 100, masked }: FormField): number {
  if (most <= 40) return masked ? 122 : 88
  return most <= 60 ? 172 : most <= 100 ? 110 : 200
}

/** The rows of a section as a grid that takes blocks from Excel; sums by park where money is planned for parks. */
export function FormRows({ section, rows, parks, errors, onChange }: Props) {
  const say = useText()
  const column = (field: FormField): GridColumn<FormRow> => ({
    key: field.id,
    title: { zh: field.zh, en: field.en },
    kind: field.kind === 'phone' ? 'code' : kinds[field.type],
    width: field.type === 'text' ? widthOf(field) : widths[field.type],
    required: field.required,
    ...(field.type === 'long-text' ? { long: true } : {}),
    ...(field.type === 'number' || field.type === 'money' ? figureRange[field.type] : {}),
    most: field.most ?? usualMost,
    options:
      field.type === 'park'
        ? parks.map(({ parkId, name }) => ({ value: parkId, text: name }))
        : Object.entries(field.choices ?? {}).map(([value, name]) => ({
            value,
            text: say(name),
            also: [name.zh, name.en],
          })),
  })
  return (
    <div className="filing-wide">
      <ParkSums section={section} rows={rows} parks={parks} />
      <FieldGrid<FormRow>
        name={`${section.id}.rows`}
        label={say(section)}
        columns={section.fields.map(column)}
        rows={rows}
        onChange={onChange}
        newRow={() => emptyRow(section)}
        errors={errors}
        maxRows={section.most ?? 500}
      />
    </div>
  )
}

function emptyRow({ fields }: FormSection): FormRow {
  const empty = fields.map(({ id, type }) => [id, type === 'text' || type === 'long-text' ? '' : null])
  return { ...Object.fromEntries(empty), id: newKey() }
}

/** Money planned for each park against its award, while one types. */
function ParkSums({ section, rows, parks }: Pick<Props, 'section' | 'rows' | 'parks'>) {
  const t = useWords(words)
  const park = section.fields.find((field) => field.type === 'park')
  const money = section.fields.find((field) => field.type === 'money')
  if (!park || !money) return null
  return (
    <ul className="filing-sums" aria-label={t.parkSums}>
      {parks.map(({ parkId, name, awardFen }) => {
        const amounts = rows.filter((row) => row[park.id] === parkId).map((row) => row[money.id])
        const sum = sumFen(amounts.filter((amount): amount is number => Number.isSafeInteger(amount)))
        const over = sum - awardFen
        const said = over === 0 ? t.sumMeets : over < 0 ? t.sumShort(formatYuan(-over)) : t.sumOver(formatYuan(over))
        return (
          <li key={parkId}>
            {name} <span className="number">{t.of(formatYuan(sum), formatYuan(awardFen))}</span>{' '}
            <strong className={over === 0 ? 'is-good' : 'is-bad'}>{said}</strong>
          </li>
        )
      })}
    </ul>
  )
}
