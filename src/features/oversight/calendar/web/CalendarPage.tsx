import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { words } from '../words.ts'
import { DutyList } from './DutyList.tsx'
import { FeedPanel } from './FeedPanel.tsx'
import { MonthView } from './MonthView.tsx'
import './calendar.css'

/** Every deadline in the reader's area: by month, as a list, and for the reader's own calendar program. */
export function CalendarPage() {
  const t = useWords(words)
  const { search } = useUrl()
  return (
    <Page
      title={t.title}
      tabs={[
        { key: 'month', text: t.month, to: '/calendar' },
        { key: 'list', text: t.list, to: '/calendar?view=list' },
        { key: 'feed', text: t.feed, to: '/calendar?view=feed' },
      ]}
    >
      {search.view === 'list' ? <DutyList /> : search.view === 'feed' ? <FeedPanel /> : <MonthView />}
    </Page>
  )
}
