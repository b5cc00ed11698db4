import { contentExamples } from './examples/content.tsx';
import type { Example } from './examples/example.ts';
import { formExamples } from './examples/forms.tsx';
import { navigationExamples } from './examples/navigation.tsx';
import { productExamples } from './examples/product.tsx';
import { Layout } from './product/layout.tsx';

const groups: readonly { readonly title: string; readonly examples: readonly Example[] }[] = [
  { title: 'The product’s own', examples: productExamples },
  { title: 'Forms', examples: formExamples },
  { title: 'Content', examples: contentExamples },
  { title: 'Navigation', examples: navigationExamples },
];

/** Every component with an example of its use, for those who build and those who check. */
export function ComponentsPage({ cspNonce }: { readonly cspNonce?: string | undefined }) {
  return (
    <Layout
      title="Components"
      cspNonce={cspNonce}
      agencyName="Sampleshire Council"
      side={{ name: 'Open side', bandClass: 'bw-band--open' }}
      person={{ name: 'Ada Example', signOutAction: '#' }}
      navigation={groups.map(({ title }, index) => ({ href: `#group-${index}`, text: title }))}
    >
      <h1 class="govuk-heading-xl">Components</h1>
      {groups.map(({ title, examples }, index) => (
        <section aria-labelledby={`group-${index}`}>
          <h2 class="govuk-heading-l" id={`group-${index}`}>
            {title}
          </h2>
          {examples.map((example) => (
            <div class="bw-example">
              <p class="bw-example__name">{example.name}</p>
              {example.shown}
            </div>
          ))}
        </section>
      ))}
    </Layout>
  );
}
