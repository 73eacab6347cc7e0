import { Select } from 'antd'
import {
  type FieldsContent,
  type FormField,
  type FormSection,
  figureRange,
  usualMost,
} from '../../../../policy/filings/forms.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field, type FieldBinding } from '../../../../ui/Field.tsx'
import { LineInput } from '../../../../ui/LineInput.tsx'
import { useText } from '../../../../ui/language.tsx'
import { MoneyInput } from '../../../../ui/MoneyInput.tsx'
import { NumberInput } from '../../../../ui/NumberInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import type { FilingView } from '../../course/contract.ts'

type Fields = FieldsContent['fields']
type Props = {
  section: FormSection
  fields: Fields
  parks: FilingView['parks']
  errors: Readonly<Record<string, string>>
  onChange: (fields: Fields) => void
}

/** The fields of a section, one under the other, each drawn by its type. */
export function FormFields({ section, fields, parks, errors, onChange }: Props) {
  const say = useText()
  return (
    <div className="form filing-fields">
      {section.fields.map((field) => {
        const name = `${section.id}.fields.${field.id}`
        const error = errors[name]
        return (
          <Field
            key={field.id}
            // A section that is one text is named by its title.
            label={section.fields.length === 1 ? <span className="visually-hidden">{say(field)}</span> : say(field)}
            name={name}
            required={field.required && section.fields.length > 1}
            {...(error ? { error } : {})}
            {...(field.hint ? { hint: say(field.hint) } : {})}
          >
            {(bind) => (
              <FieldInput
                field={field}
                bind={bind}
                parks={parks}
                value={fields[field.id] ?? null}
                onChange={(value) => onChange({ ...fields, [field.id]: value })}
              />
            )}
          </Field>
        )
      })}
    </div>
  )
}

type InputProps = {
  field: FormField
  bind: FieldBinding
  parks: FilingView['parks']
  value: string | number | null
  onChange: (value: string | number | null) => void
}

function FieldInput({ field, bind, parks, value, onChange }: InputProps) {
  const say = useText()
  const text = typeof value === 'string' ? value : ''
  const figure = typeof value === 'number' ? value : null
  const { most = usualMost } = field
  const choose = (options: { value: string; label: string }[]) => (
    <Select {...bind} value={text || null} options={options} allowClear onChange={(next) => onChange(next ?? '')} />
  )
  switch (field.type) {
    case 'long-text':
      return (
        <ProseInput
          {...bind}
          most={most}
          value={text}
          autoSize={{ minRows: 4, maxRows: 30 }}
          showCount={field.most !== undefined}
          onChange={onChange}
        />
      )
    case 'money':
      return <MoneyInput {...bind} {...figureRange.money} value={figure} onChange={onChange} />
    case 'number':
      return <NumberInput {...bind} {...figureRange.number} value={figure} onChange={onChange} />
    case 'day':
      return <DayInput {...bind} value={text || null} onChange={(day) => onChange(day ?? '')} />
    case 'choice':
      return choose(Object.entries(field.choices ?? {}).map(([id, name]) => ({ value: id, label: say(name) })))
    case 'park':
      return choose(parks.map(({ parkId, name }) => ({ value: parkId, label: name })))
    default:
      return <LineInput {...bind} most={most} value={text} onChange={onChange} />
  }
}
