import { FlagOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import type { FormSection } from '../../../policy/forms.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { words } from '../words.ts'
import type { Marks } from './use-marks.ts'

/** Marks a section for return, where it is read. */
export function MarkToggle({ section, marks }: { section: FormSection; marks: Marks }) {
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
        if (!marked) setTimeout(() => document.getElementById(reasonId(section))?.focus(), 30)
      }}
    >
      {marked ? t.unmark : t.mark}
    </Button>
  )
}

export function MarkReason({ section, marks }: { section: FormSection; marks: Marks }) {
  const t = useWords(words)
  const reason = marks.reasons[section.id]
  if (reason === undefined) return null
  return (
    <div className="field filing-mark no-print">
      <label htmlFor={reasonId(section)}>
        {t.markReason} <span className="required">*</span>
      </label>
      <Input.TextArea
        id={reasonId(section)}
        value={reason}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={1000}
        showCount
        onChange={(event) => marks.mark(section.id, event.target.value)}
      />
    </div>
  )
}

function reasonId({ id }: FormSection): string {
  return `mark-${id}`
}
