import { type Bureau, bureauNames, seatNames, seatOf } from '../../../../policy/people/roles.ts'
import { actsByOne, actsOfSeat } from '../../../../policy/people/signed-acts.ts'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useCommand, useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { requireSigning, showSigning } from '../act-contract.ts'
import { words } from '../words.ts'
import { ActButton } from './ActButton.tsx'

/** Whether what the reader's bureau decides takes two persons, by its rules and by its own setting; its leader sets it. */
export function SigningCard() {
  const view = useView(showSigning)
  return (
    <Async view={view}>
      {(data) => (
        <>
          <Bureaus data={data} />
          <Rules editions={data.editions} />
        </>
      )}
    </Async>
  )
}

function Bureaus({ data }: { data: Reply<typeof showSigning> }) {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const set = useCommand(requireSigning)
  const reason = useReason('signing/off')
  const own = data.bureaus.find(({ bureau }) => bureau === me.bureau)
  const seat = seatOf(me.unitKind, me.bureau)
  const acts = seat ? say(actsOfSeat(seat)) : ''
  const nameOf = (bureau: Bureau) => {
    const named = seatOf(me.unitKind, bureau)
    return say(named ? seatNames[named] : bureauNames[bureau])
  }
  const text = own?.required ? t.turnOff : t.turnOn
  return (
    <Section
      title={t.signing}
      note={t.signingNote(acts)}
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
            <p>{own.required ? t.turnOffText : t.turnOnText(acts)}</p>
          </ActButton>
        ) : undefined
      }
    >
      {seat ? <p className="soft">{t.doneByOne(say(actsByOne(seat)))}</p> : null}
      <ul className="filing-signing">
        {data.bureaus.map(({ bureau, required, since, setByName }) => (
          <li key={bureau}>
            <strong>{nameOf(bureau)}</strong>{' '}
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
                <InstantText at={at} /> {nameOf(bureau)} {required ? t.signingOn : t.signingOff}
                {why ? `：${why}` : ''} <span className="soft">{byName}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  )
}

/** What each edition in use asks for, with its clause. */
function Rules({ editions }: Pick<Reply<typeof showSigning>, 'editions'>) {
  const t = useWords(words)
  const say = useText()
  if (editions.length === 0) return null
  return (
    <Section title={t.signingRules} note={t.signingRulesNote}>
      <ul className="filing-signing">
        {editions.map(({ name, asks, bureausClause }) => (
          <li key={name.zh}>
            <strong>{say(name)}</strong>
            <ul>
              {asks.map(({ act, seats, clause }) => (
                <li key={`${act.zh} ${clause}`}>
                  {t.askedToSign(say(act), say(seats))} <span className="clause">{clause}</span>
                </li>
              ))}
              {asks.length === 0 ? (
                <li>
                  {t.twoBureausAlone} <span className="clause">{bureausClause}</span>
                </li>
              ) : null}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}
