import { App, Button } from 'antd'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { unless } from '../../../../ui/ability.ts'
import { useCommand, useView } from '../../../../ui/api.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../session-contract.ts'
import { words } from '../words.ts'

/** Where this person is signed in, and the way out of each place. */
export function SessionsPage() {
  const t = useWords(words)
  const { message } = App.useApp()
  const view = useView(contract.listSessions)
  const onDone = () => void message.success(t.done)
  const end = useCommand(contract.endSessions, { onDone })
  const others = view.data?.sessions.filter(({ isCurrent }) => !isCurrent).length ?? 0
  return (
    <Page
      title={t.sessions}
      subtitle={t.sessionsNote}
      back={{ text: t.passwordTitle, to: '/account/password' }}
      actions={
        <ActionButton
          action={unless(others === 0 && words.noOthers)}
          loading={end.isPending}
          onClick={() => end.mutate({ body: {} })}
        >
          {t.endOthers}
        </ActionButton>
      }
    >
      <RefusalAlert error={end.error} />
      <Async view={view}>
        {({ sessions }) =>
          sessions.map((session) => (
            <Session
              key={session.sessionId}
              session={session}
              onEnd={() => end.mutate({ body: { sessionId: session.sessionId } })}
            />
          ))
        }
      </Async>
    </Page>
  )
}

function Session({ session, onEnd }: { session: contract.OwnSession; onEnd: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { device, network, createdAt, lastSeenAt, isCurrent } = session
  return (
    <Section
      title={say(device)}
      actions={
        isCurrent ? (
          <StatusTag tone="good">{t.thisSession}</StatusTag>
        ) : (
          <Button size="small" aria-label={`${t.endSession} · ${say(device)} · ${network ?? ''}`} onClick={onEnd}>
            {t.endSession}
          </Button>
        )
      }
    >
      <KeyValue
        facts={[
          { label: t.network, value: network ?? '—' },
          { label: t.signedInAt, value: <InstantText at={createdAt} /> },
          { label: t.lastSeenAt, value: <InstantText at={lastSeenAt} /> },
        ]}
      />
    </Section>
  )
}
