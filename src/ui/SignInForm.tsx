import { Button, Form, Input } from 'antd'
import { useWords } from './language.tsx'
import { RefusalAlert } from './RefusalAlert.tsx'
import { type Session, useSignIn } from './session.ts'
import { signInWords } from './sign-in-words.ts'

type SignInFormProps = {
  /** Whose session ended; fills in the name. */
  former?: Session | null
  onSignedIn: (session: Session) => void
}

/** Name and password. A wrong pair keeps what was typed and says no more than that it is wrong. */
export function SignInForm({ former = null, onSignedIn }: SignInFormProps) {
  const t = useWords(signInWords)
  const signingIn = useSignIn(former)
  return (
    <Form
      layout="vertical"
      size="large"
      requiredMark={false}
      initialValues={{ name: former?.name ?? '' }}
      onFinish={(values: { name: string; password: string }) =>
        signingIn.mutate({ name: values.name.trim(), password: values.password }, { onSuccess: onSignedIn })
      }
    >
      <RefusalAlert error={signingIn.error} />
      <Form.Item name="name" label={t.accountName} rules={[{ required: true, message: t.accountNameRequired }]}>
        <Input autoComplete="username" autoFocus={!former} spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t.password} rules={[{ required: true, message: t.passwordRequired }]}>
        <Input.Password autoComplete="current-password" autoFocus={Boolean(former)} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signingIn.isPending}>
        {t.signIn}
      </Button>
    </Form>
  )
}
