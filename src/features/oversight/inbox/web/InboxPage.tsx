import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { DueDate } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import './inbox.css'

type List = { tasks: contract.TaskView[]; total: number }
type Bucket = 'mine' | 'team' | 'waiting'

/** Home: what is mine now, what my colleagues have, who is waited for. */
export function InboxPage() {
  const t = useWords(words)
  const { search } = useUrl()
  const view = useView(contract.showInbox, {})
  const bucket: Bucket = search.list === 'team' || search.list === 'waiting' ? search.list : 'mine'
  const count = (key: Bucket) => (view.data ? ` ${view.data[key].total}` : '')
  return (
    <Page
      title={t.title}
      tabs={[
        { key: 'mine', text: `${t.mine}${count('mine')}`, to: '/' },
        { key: 'team', text: `${t.team}${count('team')}`, to: '/?list=team' },
        { key: 'waiting', text: `${t.waiting}${count('waiting')}`, to: '/?list=waiting' },
      ]}
    >
      <Async
        view={view}
        isEmpty={(data) => data[bucket].total === 0}
        empty={bucket === 'mine' ? t.nothingMine : bucket === 'team' ? t.nothingTeam : t.nothingWaiting}
      >
        {(data) => <Tasks list={data[bucket]} today={data.today} />}
      </Async>
    </Page>
  )
}

function Tasks({ list, today }: { list: List; today: string }) {
  const t = useWords(words)
  const say = useText()
  return (
    <>
      <ul className="inbox panel">
        {list.tasks.map((task) => (
          <li key={`${task.task} ${task.href} ${say(task.about)}`}>
            <AppLink to={task.href} className="inbox-task">
              <span className="inbox-title">{say(task.title)}</span>
              <span className="inbox-about">{say(task.about)}</span>
              <span className="inbox-park">{task.parkName}</span>
              <span className="inbox-who">{task.posts.map(say).join('、')}</span>
              <span className="inbox-due">
                {task.dueOn ? (
                  <DueDate day={task.dueOn} today={today} workingDaysLeft={task.workingDaysLeft} />
                ) : (
                  t.noDue
                )}
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
      {list.total > list.tasks.length ? <p className="inbox-more">{t.more(list.tasks.length, list.total)}</p> : null}
    </>
  )
}
