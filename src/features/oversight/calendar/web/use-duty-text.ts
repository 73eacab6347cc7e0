import type { Text } from '../../../../shared/words.ts'
import { useText } from '../../../../ui/language.tsx'
import { usePeriodText } from '../../../../ui/Values.tsx'

/** What is due, with its period where it has one: 目标任务完成情况表 2026年第2季度. */
export function useDutyText() {
  const say = useText()
  const periodText = usePeriodText()
  return ({ title, period }: { title: Text; period: string | null }) =>
    period ? `${say(title)} ${periodText(period)}` : say(title)
}
