import { valueText } from '../../../../policy/filings/form-values.ts'
import type { FieldsContent, FormContent, FormRow, FormSection } from '../../../../policy/filings/forms.ts'
import { formatYuan, sumFen } from '../../../../shared/money.ts'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { contentOf, parkNameIn, type ReaderProps, ReadSection } from '../../course/web/public.ts'
import { FactTable } from './FactTable.tsx'
import './forms.css'
import { words } from '../words.ts'
import { formOf } from './form-view.ts'

/** A form to read: its tables, its texts, and the figures beside them. */
export function FormReader({ filing, marks }: ReaderProps) {
  return formOf(filing).map((section) => (
    <ReadSection key={section.id} section={section} marks={marks}>
      <FormContentOf
        section={section}
        content={contentOf(filing, section.id) as FormContent[string]}
        parkName={parkNameIn(filing)}
      />
    </ReadSection>
  ))
}

type Props = { section: FormSection; content: FormContent[string]; parkName: (parkId: string) => string }

/** What one section says. */
export function FormContentOf({ section, content, parkName }: Props) {
  return 'rows' in content ? (
    <Rows section={section} rows={content.rows} parkName={parkName} />
  ) : (
    <Fields section={section} content={content} parkName={parkName} />
  )
}

function Rows({
  section,
  rows,
  parkName,
}: {
  section: FormSection
  rows: readonly FormRow[]
  parkName: Props['parkName']
}) {
  const say = useText()
  const money = section.fields.filter((field) => field.type === 'money')
  const sums = Object.fromEntries(
    money.map(({ id }) => {
      const amounts = rows.map((row) => row[id]).filter((amount): amount is number => Number.isSafeInteger(amount))
      return [id, formatYuan(sumFen(amounts))]
    }),
  )
  return (
    <FieldTable
      name={`${section.id}.rows`}
      label={say(section)}
      columns={section.fields.map((field) => ({
        key: field.id,
        title: say(field),
        figure: field.type === 'money' || field.type === 'number',
        show: (row: FormRow) => say(valueText(field, row[field.id], parkName)),
      }))}
      rows={rows}
      rowKey={(row) => row.id}
      {...(money.length > 0 ? { sums } : {})}
    />
  )
}

function Fields({
  section,
  content,
  parkName,
}: {
  section: FormSection
  content: FieldsContent
  parkName: Props['parkName']
}) {
  const t = useWords(words)
  const say = useText()
  const texts = section.fields.map((field) => {
    const text = say(valueText(field, content.fields[field.id], parkName))
    return {
      label: say(field),
      value: text ? <div className="filing-text">{text}</div> : <span className="faint">{t.nothingWritten}</span>,
    }
  })
  const [only] = texts
  return (
    <div className={content.facts ? 'filing-drafted' : undefined}>
      {texts.length === 1 && only ? only.value : <KeyValue columns={1} facts={texts} />}
      {content.facts ? <FactTable facts={content.facts} /> : null}
    </div>
  )
}
