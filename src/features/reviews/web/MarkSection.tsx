import { FlagOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type PlanSection, planSectionNames } from '../../../policy/plan.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { words } from '../words.ts'
import type { Marks } from './use-marks.ts'

type Props = { section: PlanSection; marks: Marks }

/** Marks a section for return, where it is read. */
function Toggle({ section, marks }: Props) {
  const t = useWords(words)
  const say = useText()
  const marked = section in marks.reasons
  return (
    <Button
      size="small"
      danger={marked}
      icon={<FlagOutlined aria-hidden />}
      aria-pressed={marked}
      aria-label={`${marked ? t.unmark : t.mark} ${say(planSectionNames[section])}`}
      onClick={() => {
        marks.mark(section, marked ? null : '')
        if (!marked) setTimeout(() => document.getElementById(reasonId(section))?.focus(), 30)
      }}
    >
      {marked ? t.unmark : t.mark}
    </Button>
  )
}

function Reason({ section, marks }: Props) {
  const t = useWords(words)
  const reason = marks.reasons[section]
  if (reason === undefined) return null
  return (
    <div className="field review-mark no-print">
      <label htmlFor={reasonId(section)}>
        {t.markReason} <span className="required">*</span>
      </label>
      <Input.TextArea
        id={reasonId(section)}
        value={reason}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={1000}
        showCount
        onChange={(event) => marks.mark(section, event.target.value)}
      />
    </div>
  )
}

function reasonId(section: PlanSection): string {
  return `mark-${section}`
}

export const MarkSection = { Toggle, Reason }
