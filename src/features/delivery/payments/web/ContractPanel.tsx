import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { DayText } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { PaymentsView } from '../contract.ts'
import { words } from '../words.ts'

/** The contract behind the figures, with its paper. */
export function ContractPanel({ view: { contract, agency } }: { view: PaymentsView }) {
  const t = useWords(words)
  if (!contract) return null
  return (
    <Section id="contract" title={t.contract}>
      <KeyValue
        columns={1}
        facts={[
          { label: t.contractNo, value: <span className="number">{contract.contractNo}</span> },
          { label: t.signedOn, value: <DayText day={contract.signedOn} /> },
          agency && { label: t.seller, value: agency.name },
          contract.purpose !== null && { label: t.fundLine, value: contract.purpose },
          contract.file && { label: t.contractFile, value: <FileLink file={contract.file} /> },
        ]}
      />
    </Section>
  )
}
