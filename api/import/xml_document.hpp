#pragma once

#include <libxml/tree.h>
#include <libxml/xpath.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jalon::sdo {

// A CDA document that came from outside, asked by XPath: `v3:` is HL7's name space, `sdo:` the one of the
// extensions for decisions of orientation. Nothing is fetched and no entity is expanded; a document with a
// DTD is refused.
class XmlDocument {
 public:
  // Nothing when the bytes are no such document.
  static std::optional<XmlDocument> read(std::string const& bytes);

  // The texts of the nodes that an expression finds, trimmed, in the order of the document, without the empty
  // ones.
  std::vector<std::string> texts(std::string const& expression) const;
  // The first of them, or empty.
  std::string text(std::string const& expression) const;

 private:
  using Tree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;
  using Context = std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)>;
  XmlDocument(Tree tree, Context context);

  Tree tree_;
  Context context_;
};

}  // namespace jalon::sdo
