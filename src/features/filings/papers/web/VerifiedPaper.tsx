import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { paperKinds } from '../../../../policy/filings/paper-kinds.ts'
import { periodName } from '../../../../shared/periods.ts'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { InstantText, instantText } from '../../../../ui/Values.tsx'
import type { VerifiedPaper as Paper } from '../contract.ts'
import { words } from '../words.ts'
import { ToldPaper } from './ToldPaper.tsx'

/** What paper it is, whether it stands, and what stands on it, for whoever compares it with the one in their hands. */
export function VerifiedPaper({ paper }: { paper: Paper }) {
  const t = useWords(words)
  const say = useText()
  const { language } = useLanguage()
  const { kind, unitName, period, versionNo, no, issuedAt, code, newest } = paper
  return (
    <>
      <section className={`panel verify-found ${newest ? 'is-newest' : 'is-old'}`}>
        <h2>
          {newest ? <CheckCircleFilled aria-hidden /> : <ExclamationCircleFilled aria-hidden />}
          {newest ? t.genuine : t.old}
        </h2>
        <Ended paper={paper} />
        <KeyValue
          facts={[
            { label: t.kind, value: say(paperKinds[kind] ?? words.paper) },
            { label: t.unit, value: unitName },
            period !== '' && { label: t.period, value: say(periodName(period)) },
            versionNo !== null && { label: t.version, value: t.versionNo(versionNo) },
            { label: t.issue, value: t.issueNo(no) },
            { label: t.issuedAt, value: <InstantText at={issuedAt} /> },
            { label: t.code, value: <code>{code}</code> },
          ]}
        />
      </section>
      <ToldPaper told={paper.told[language]} />
    </>
  )
}

/** Since when it stands no longer, and what took its place. */
function Ended({ paper: { endedAt, last } }: { paper: Paper }) {
  const t = useWords(words)
  if (endedAt === null) return null
  const since = instantText(endedAt)
  if (!last) return <p>{t.takenBack(since)}</p>
  const version = last.versionNo === null ? '' : t.versionNo(last.versionNo)
  return <p>{t.supersededBy(since, version, t.issueNo(last.no), instantText(last.issuedAt))}</p>
}
