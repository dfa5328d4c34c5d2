#include "api/import/xml_document.hpp"

#include <libxml/parser.h>
#include <libxml/xpathInternals.h>

#include <new>
#include <utility>

namespace jalon::sdo {

namespace {

xmlChar const* chars(char const* text) {
  return reinterpret_cast<xmlChar const*>(text);
}

std::string trimmed(std::string const& text) {
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string content_of(xmlNode* node) {
  std::unique_ptr<xmlChar, void (*)(void*)> const content{xmlNodeGetContent(node),
                                                          [](void* text) { xmlFree(text); }};
  return content ? trimmed(reinterpret_cast<char const*>(content.get())) : "";
}

}  // namespace

XmlDocument::XmlDocument(Tree tree, Context context) : tree_(std::move(tree)), context_(std::move(context)) {}

std::optional<XmlDocument> XmlDocument::read(std::string const& bytes) {
  Tree tree{xmlReadMemory(bytes.data(), int(bytes.size()), "", nullptr,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
            &xmlFreeDoc};
  if (!tree || tree->intSubset || tree->extSubset) return std::nullopt;
  Context context{xmlXPathNewContext(tree.get()), &xmlXPathFreeContext};
  if (!context) throw std::bad_alloc{};
  xmlXPathRegisterNs(context.get(), chars("v3"), chars("urn:hl7-org:v3"));
  xmlXPathRegisterNs(context.get(), chars("sdo"), chars("urn:cnsaSDO"));
  return XmlDocument(std::move(tree), std::move(context));
}

std::vector<std::string> XmlDocument::texts(std::string const& expression) const {
  std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> const found{
      xmlXPathEvalExpression(chars(expression.c_str()), context_.get()), &xmlXPathFreeObject};
  std::vector<std::string> texts;
  if (!found || !found->nodesetval) return texts;
  for (int i = 0; i < found->nodesetval->nodeNr; ++i)
    if (auto content = content_of(found->nodesetval->nodeTab[i]); !content.empty())
      texts.push_back(std::move(content));
  return texts;
}

std::string XmlDocument::text(std::string const& expression) const {
  auto found = texts(expression);
  return found.empty() ? "" : std::move(found.front());
}

}  // namespace jalon::sdo
