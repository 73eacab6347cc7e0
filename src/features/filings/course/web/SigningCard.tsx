import { bureauNames } from '../../../../policy/people/roles.ts'
import { type Reply, useCommand, useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { requireSigning, showSigning } from '../act-contract.ts'
import { words } from '../words.ts'
import { ActButton } from './ActButton.tsx'

/** Whether the opinions of the reader's county take two persons, bureau by bureau; the leader decides for their own. */
export function SigningCard() {
  const me = useMe()
  const isCounty = me.permissions.includes('signing.view') && (me.unitKind === 'county' || me.unitKind === 'zone')
  const view = useView(showSigning, {}, { enabled: isCounty })
  if (!view.data || view.data.bureaus.length === 0) return null
  return <Bureaus data={view.data} />
}

function Bureaus({ data }: { data: Reply<typeof showSigning> }) {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const set = useCommand(requireSigning)
  const reason = useReason('signing/off')
  const own = data.bureaus.find(({ bureau }) => bureau === me.bureau)
  const text = own?.required ? t.turnOff : t.turnOn
  return (
    <Section
      title={t.signing}
      note={t.signingNote}
      actions={
        own && me.permissions.includes('signing.require') ? (
          <ActButton
            ability={data.change}
            text={text}
            title={text}
            command={set}
            {...(own.required ? { reason } : {})}
            send={(why) => ({ body: { required: !own.required, reason: why } })}
            done={() => t.signingSet}
          >
            <p>{own.required ? t.turnOffText : t.turnOnText}</p>
          </ActButton>
        ) : undefined
      }
    >
      <ul className="filing-signing">
        {data.bureaus.map(({ bureau, required, since, setByName }) => (
          <li key={bureau}>
            <strong>{say(bureauNames[bureau])}</strong>{' '}
            <StatusTag tone={required ? 'active' : 'neutral'}>{required ? t.signingOn : t.signingOff}</StatusTag>{' '}
            {since ? (
              <span className="soft">
                {t.signingSince(setByName ?? '')} <InstantText at={since} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {data.history.length > 0 ? (
        <details>
          <summary>{t.signingHistory}</summary>
          <ul className="filing-signing">
            {data.history.map(({ bureau, required, at, byName, reason: why }) => (
              <li key={`${bureau} ${at}`}>
                <InstantText at={at} /> {say(bureauNames[bureau])} {required ? t.signingOn : t.signingOff}
                {why ? `：${why}` : ''} <span className="soft">{byName}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  )
}
