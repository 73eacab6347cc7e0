import type { Refusal } from '../../shared/refusal.ts'
import { refuse } from '../guide/refuse.ts'

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]

/** Words that guessers try first: with capitals, figures and signs around them they stay the same words. */
const commonWords = new Set(
  (
    'abc abcd abcde access account admin administrator aini anhui baobao baidu batman beijing changeme chengdu china chongqing ' +
    'company computer default demo dongguan dragon football foshan fujian guangdong guangzhou guest haining hangzhou hello henan huawei ' +
    'hubei huzhou iloveyou internet jiangsu jiashan jiaxing jingxin jinhua king letmein lishui login love loveyou manager master mima ' +
    'mingtian monkey nanjing network nihao ningbo office oracle pass passw passwd password princess public quzhou qwert root ' +
    'secret server service shadow shandong shanghai shaoxing shenzhen sunshine superman suzhou system taizhou tencent test tester ' +
    'testing tianjin user welcome wenzhou windows wo woaini woaiwojia wuhan xiaomi yuanqitong yuanqu yqt zhejiang zhongguo zhoushan ' +
    'zjjxt caizheng caizhengju jingxinju jingxinting caizhengting'
  ).split(' '),
)

/** Rows, columns and slopes of a keyboard, and the order of letters and figures, as fingers run along them. */
const runs = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()',
].flatMap((run) => [run, [...run].reverse().join('')])

const looksLike: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const fewestDifferent = 5
const fewestLeft = 3

/** Whose password it is: words of these names are no part of it. */
type Owner = { readonly account: string; readonly unit: string }

/** At least 8 characters from three of the four classes. */
function isStrong(password: string): boolean {
  return password.length >= 8 && classes.filter((one) => one.test(password)).length >= 3
}

/**
 * Whether it is one of those that are tried first: a known word, whatever figures, years and signs stand around it or look like its
 * letters; nothing but runs along the keyboard; a few characters over and over.
 */
export function isCommonPassword(password: string): boolean {
  const small = password.toLowerCase()
  const likened = [...small].map((one) => looksLike[one] ?? one).join('')
  // `P@ssw0rd2026!`: figures at the ends are a year, in the middle they stand for letters.
  const trimmed = small.replace(/^[^a-z@$]+|[^a-z@$]+$/g, '')
  const words = [trimmed, [...trimmed].map((one) => looksLike[one] ?? one).join(''), likened]
  if (words.some((one) => commonWords.has(one.replace(/[^a-z]/g, '')))) return true
  // `admin888A`: apart from a letter or two, nothing but such words.
  const pieces = small.split(/[^a-z]+/).filter((one) => one.length > 2)
  if (pieces.length > 0 && !/[^ -~]/.test(small) && pieces.every((one) => commonWords.has(one))) return true
  if (new Set(small).size < fewestDifferent) return true
  return leftOf(small).length < fewestLeft
}

/** What is left of it without runs of three and more, years and what is said twice. */
function leftOf(small: string): string {
  let rest = small.replace(/(?:19|20)\d\d(?:[01]\d[0-3]\d)?/g, ' ').replace(/(.)\1+/g, '$1')
  for (let size = rest.length; size >= 3; size--)
    for (let at = 0; at + size <= rest.length; at++) {
      const part = rest.slice(at, at + size)
      if (!part.includes(' ') && runs.some((run) => run.includes(part)))
        rest = `${rest.slice(0, at)} ${rest.slice(at + size)}`
    }
  return rest.replace(/[^\p{L}\d]/gu, '')
}

/** `嘉善县经信局·经办` has two parts; what is shorter than two Chinese or four other letters names nobody. */
function partsOf({ account, unit }: Owner): string[] {
  return [...account.split(/[·・\s()（）-]+/u), unit]
    .map((part) => part.toLowerCase())
    .filter((part) => part.length >= (/\p{Script=Han}/u.test(part) ? 2 : 4))
}

/** What is wrong with a new password, at `field`; null when nothing is. `shared`: the one that is taken although all know it. */
export function checkPassword(
  password: string,
  owner: Owner,
  { shared = null, field = 'password' }: { shared?: string | null; field?: string } = {},
): Refusal | null {
  if (!isStrong(password)) return refuse('account.weak-password', null, {}, field)
  if (password === shared) return null
  const small = password.toLowerCase()
  if (partsOf(owner).some((part) => small.includes(part))) return refuse('account.name-in-password', null, {}, field)
  return isCommonPassword(password) ? refuse('account.common-password', null, {}, field) : null
}
