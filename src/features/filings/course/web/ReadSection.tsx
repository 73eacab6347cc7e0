import { FlagOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Field } from '../../../../ui/Field.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { focusField } from '../../../../ui/focus-field.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { TypedFields } from '../../../../ui/typed-texts.tsx'
import { words } from './act-words.ts'
import type { SectionName } from './filing-view.ts'
import type { Marks } from './use-marks.ts'

type Props = {
  section: SectionName
  title?: string
  note?: ReactNode
  /** Where it is marked for return; null for whoever cannot. */
  marks: Marks | null
  children: ReactNode
}

/** A section to read; whoever judges it marks it for return where it is read. */
export function ReadSection({ section, title, note, marks, children }: Props) {
  const say = useText()
  return (
    <Section
      id={section.id}
      title={title ?? say(section)}
      note={note}
      actions={marks ? <Toggle section={section} marks={marks} /> : undefined}
    >
      {marks ? <Reason section={section} marks={marks} /> : null}
      {children}
    </Section>
  )
}

type MarkProps = { section: SectionName; marks: Marks }

function Toggle({ section, marks }: MarkProps) {
  const t = useWords(words)
  const say = useText()
  const marked = section.id in marks.reasons
  return (
    <Button
      size="small"
      danger={marked}
      icon={<FlagOutlined aria-hidden />}
      aria-pressed={marked}
      aria-label={`${marked ? t.unmark : t.mark} ${say(section)}`}
      onClick={() => {
        marks.mark(section.id, marked ? null : '')
        if (marked) marks.typed.keep({ [reasonId(section)]: null })
        if (!marked) setTimeout(() => focusField(reasonId(section)), 30)
      }}
    >
      {marked ? t.unmark : t.mark}
    </Button>
  )
}

function Reason({ section, marks }: MarkProps) {
  const t = useWords(words)
  const reason = marks.reasons[section.id]
  if (reason === undefined) return null
  return (
    <div className="filing-mark no-print">
      <TypedFields store={marks.typed}>
        <Field label={t.markReason} name={reasonId(section)} required>
          {(bind) => (
            <ProseInput
              {...bind}
              value={reason}
              autoSize={{ minRows: 2, maxRows: 8 }}
              most={1000}
              showCount
              onChange={(text) => marks.mark(section.id, text)}
            />
          )}
        </Field>
      </TypedFields>
    </div>
  )
}

function reasonId({ id }: SectionName): string {
  return `mark-${id}`
}
