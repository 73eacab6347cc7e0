import { useWords } from '../../../../ui/language.tsx'
import type { PageTab } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { tabWords } from '../words.ts'

/** The views of one service, each with its address; hand them to `Page` as `tabs`. Money is not for the enterprise. */
export function useServiceTabs(serviceId: string): readonly PageTab[] {
  const t = useWords(tabWords)
  const mayMoney = useMe().permissions.includes('funds.view')
  const at = `/services/${serviceId}`
  return mayMoney
    ? [
        { text: t.course, to: at },
        { text: t.money, to: `${at}/payments` },
      ]
    : []
}
