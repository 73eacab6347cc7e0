import { Button } from 'antd'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useGo } from '../../../../ui/url.ts'
import { words } from '../words.ts'
import { ServiceTable } from './ServiceTable.tsx'

/** Every service in the reader's scope. */
export function ServicesPage() {
  const t = useWords(words)
  const go = useGo()
  const mayFind = useMe().permissions.includes('finding.view')
  return (
    <Page
      title={t.allServices}
      actions={mayFind ? <Button onClick={() => go('/findings')}>{t.toFindings}</Button> : undefined}
    >
      <ServiceTable />
    </Page>
  )
}
