import { KeyValue } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { FactDay, Money } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { ServiceView } from '../contract.ts'
import { courseWords } from '../words.ts'

export function SigningBody({ signed }: { signed: NonNullable<ServiceView['signed']> }) {
  const t = useWords(courseWords)
  return (
    <KeyValue
      facts={[
        { label: t.contractNo, value: <span className="number">{signed.contractNo}</span> },
        { label: t.signedOn, value: <FactDay day={signed.signedOn} enteredAt={signed.recordedAt} /> },
        { label: t.contractFile, value: <FileLink file={signed.file} /> },
        { label: t.price, value: <Money fen={signed.priceFen} /> },
        { label: t.provincial, value: <Money fen={signed.provincialFen} /> },
        { label: t.park, value: <Money fen={signed.parkFen} /> },
        { label: t.enterprise, value: <Money fen={signed.enterpriseFen} /> },
        signed.purpose !== null && { label: t.purpose, value: signed.purpose, wide: true },
      ]}
    />
  )
}
