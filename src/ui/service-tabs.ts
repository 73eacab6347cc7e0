import { useWords } from './language.tsx'
import type { PageTab } from './Page.tsx'
import { useMe } from './session.ts'
import { words } from './words.ts'

/** The views of one service, each with its address; hand them to `Page` as `tabs`. Money is not for the enterprise. */
export function useServiceTabs(serviceId: string): readonly PageTab[] {
  const t = useWords(words)
  const mayMoney = useMe().permissions.includes('funds.view')
  const at = `/services/${serviceId}`
  return mayMoney
    ? [
        { text: t.serviceCourse, to: at },
        { text: t.serviceMoney, to: `${at}/payments` },
      ]
    : []
}
