import { downloadUrl } from '../../../../ui/api.ts'
import { DownloadPaper } from '../../../../ui/DownloadPaper.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useUrl } from '../../../../ui/url.ts'
import { trancheWord } from '../tranche-contract.ts'
import { MoneyFrame } from './MoneyFrame.tsx'
import { PayeeSection } from './PayeeAccount.tsx'
import { TrancheActs } from './TrancheActs.tsx'
import { TrancheCard } from './TrancheCard.tsx'

/** What may be released now and what is still missing; which act is open stands in the address (`?act=release&tranche=1`). */
export function TranchesPage() {
  const { search, setSearch } = useUrl()
  const { language } = useLanguage()
  const mayTake = useMe().permissions.includes('paper.view')
  const open = (act: string, no: number) => setSearch({ act, tranche: no }, { replace: false })
  return (
    <MoneyFrame>
      {(funds) => (
        <>
          <PayeeSection funds={funds} />
          {funds.tranches.map((tranche) => (
            <TrancheCard
              key={tranche.no}
              pilotId={funds.pilotId}
              parkName={funds.parkName}
              tranche={tranche}
              paper={
                mayTake ? (
                  <DownloadPaper
                    word={downloadUrl(trancheWord, { pilotId: funds.pilotId, no: tranche.no }, { language })}
                    size="large"
                  />
                ) : null
              }
              onAct={(act) => open(act, tranche.no)}
            />
          ))}
          <TrancheActs
            funds={funds}
            tranche={funds.tranches.find((tranche) => String(tranche.no) === search.tranche)}
            act={search.act}
            onClose={() => setSearch({ act: null, tranche: null })}
          />
        </>
      )}
    </MoneyFrame>
  )
}
